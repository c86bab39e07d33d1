using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A listener with a port, for inbound or outbound traffic.</summary>
internal sealed record SidecarListener
{
    /// <summary>Gets the port number; 0 if none is given.</summary>
    public required long Number { get; init; }

    public required string Bind { get; init; }

    public CaptureMode? CaptureMode { get; init; }

    /// <summary>Gets whether it listens on a socket, as outbound listeners may.</summary>
    public bool IsSocket { get; private init; }

    public static SidecarListener? Of(IstioIngressListener listener) =>
        listener.Port is { } port ? new() { Number = port.Number ?? 0, Bind = listener.Bind ?? "" } : null;

    public static SidecarListener? Of(IstioEgressListener listener) =>
        listener.Port is { } port
            ? new() { Number = port.Number ?? 0, Bind = listener.Bind ?? "", CaptureMode = listener.CaptureMode, IsSocket = port.Number is null or 0 }
            : null;
}
