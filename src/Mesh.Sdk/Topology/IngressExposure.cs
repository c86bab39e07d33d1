using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>How a service is reached from outside the mesh. Compares by value.</summary>
public sealed record IngressExposure
{
    /// <summary>Gets the host names, which may begin with <c>*.</c>.</summary>
    public required EquatableList<string> Hosts { get; init; }

    /// <summary>Gets the port of the service. <see langword="null"/> means its first HTTP port.</summary>
    public int? Port { get; init; }

    /// <summary>Gets the path prefix that is exposed; <c>/</c> unless told otherwise.</summary>
    public string PathPrefix { get; init; } = "/";

    /// <summary>Gets the labels of the gateway's pods; <c>istio: ingressgateway</c> unless told otherwise. Not used with the Gateway API.</summary>
    public EquatableMap<string> GatewaySelector { get; init; } = [new("istio", "ingressgateway")];

    /// <summary>Gets the name of the Secret with the certificate. <see langword="null"/> means plain HTTP on port 80, else HTTPS on port 443.</summary>
    public string? TlsSecret { get; init; }

    /// <summary>Gets which resources are rendered.</summary>
    public IngressApi Api { get; init; }
}
