using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares how a service is reached from outside the mesh.</summary>
public sealed class IngressExposureBuilder
{
    private readonly List<string> _hosts;
    private readonly Dictionary<string, string> _selector = [];
    private IngressExposure _exposure;

    internal IngressExposureBuilder(string host)
    {
        _hosts = [host];
        _exposure = new() { Hosts = [] };
    }

    /// <summary>Adds host names.</summary>
    public IngressExposureBuilder AlsoAt(params string[] hosts)
    {
        _hosts.AddRange(Require.Texts(hosts));
        return this;
    }

    /// <summary>Sets the port of the service; its first HTTP port by default.</summary>
    public IngressExposureBuilder OnPort(int port) => With(_exposure with { Port = port });

    /// <summary>Exposes only paths that begin so; <c>/</c> by default.</summary>
    public IngressExposureBuilder UnderPath(string prefix)
    {
        Require.Text(prefix);
        return With(_exposure with { PathPrefix = prefix });
    }

    /// <summary>Adds a label of the gateway's pods; the first call replaces <c>istio: ingressgateway</c>.</summary>
    public IngressExposureBuilder ThroughGateway(string key, string value)
    {
        Require.Text(key);
        ArgumentNullException.ThrowIfNull(value);
        _selector[key] = value;
        return this;
    }

    /// <summary>Serves HTTPS with the certificate of a Secret in the gateway's namespace.</summary>
    /// <param name="secretName">Name of the Secret. Its content is never part of a mesh.</param>
    public IngressExposureBuilder WithTls(string secretName)
    {
        Require.Text(secretName);
        return With(_exposure with { TlsSecret = secretName });
    }

    /// <summary>Uses the Kubernetes Gateway API rather than Istio's own resources.</summary>
    public IngressExposureBuilder WithGatewayApi() => With(_exposure with { Api = IngressApi.GatewayApi });

    internal IngressExposure Build() => _exposure with
    {
        Hosts = _hosts.ToEquatableList(),
        GatewaySelector = _selector.Count == 0 ? _exposure.GatewaySelector : _selector.ToEquatableMap(),
    };

    private IngressExposureBuilder With(IngressExposure exposure)
    {
        _exposure = exposure;
        return this;
    }
}
