using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>What happens to requests that match. Compares by value.</summary>
/// <remarks>Rendered as an entry of <c>VirtualService.spec.http</c>. Source: Istio, <c>virtual_service.proto</c>, message <c>HTTPRoute</c>.</remarks>
public sealed record MeshRoute
{
    /// <summary>Gets the name, which shows in access logs. <see langword="null"/> means none.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the conditions, any of which suffices; empty means every request.</summary>
    public EquatableList<HttpMatch> Matches { get; init; } = [];

    /// <summary>Gets the shares of the versions, which sum to 100; empty means all endpoints of the service.</summary>
    public EquatableList<VersionWeight> Split { get; init; } = [];

    /// <summary>Gets the fault that is injected. <see langword="null"/> means none.</summary>
    public FaultInjection? Fault { get; init; }

    /// <summary>Gets where copies go. <see langword="null"/> means nowhere.</summary>
    public TrafficMirror? Mirror { get; init; }

    /// <summary>Gets the retries. <see langword="null"/> leaves the platform default, 2.</summary>
    public RetryPolicy? Retries { get; init; }

    /// <summary>Gets how long a request may take, retries included. At least 1 ms; <see langword="null"/> means no limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
