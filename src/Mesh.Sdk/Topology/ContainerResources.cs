namespace Mesh.Sdk.Topology;

/// <summary>Kubernetes quantities that a container asks for and may use, such as <c>50m</c> and <c>64Mi</c>. <see langword="null"/> leaves a value unset.</summary>
public sealed record ContainerResources
{
    /// <summary>Gets the processor time asked for.</summary>
    public string? CpuRequest { get; init; }

    /// <summary>Gets the memory asked for.</summary>
    public string? MemoryRequest { get; init; }

    /// <summary>Gets the processor time that may be used.</summary>
    public string? CpuLimit { get; init; }

    /// <summary>Gets the memory that may be used.</summary>
    public string? MemoryLimit { get; init; }
}
