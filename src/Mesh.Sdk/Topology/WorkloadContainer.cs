using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>The container of a workload that the SDK renders. Compares by value.</summary>
public sealed record WorkloadContainer
{
    /// <summary>Gets the image, such as <c>banzaicloud/allspark:0.1.2</c>.</summary>
    public required string Image { get; init; }

    /// <summary>Gets the arguments; empty leaves those of the image.</summary>
    public EquatableList<string> Arguments { get; init; } = [];

    /// <summary>Gets the environment variables. Must not hold secrets.</summary>
    public EquatableMap<string> Environment { get; init; } = [];

    /// <summary>Gets the ports that the container listens on; empty means the target ports of the service.</summary>
    public EquatableList<int> Ports { get; init; } = [];

    /// <summary>Gets the resources. <see langword="null"/> leaves them unset.</summary>
    public ContainerResources? Resources { get; init; }
}
