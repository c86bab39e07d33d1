using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>The Gateways that present a certificate.</summary>
/// <remarks>Source: Istio, <c>analyzers/gateway/certificate.go</c>.</remarks>
internal sealed class GatewayCertificates
{
    private readonly Dictionary<(string Cluster, string Certificate), List<(string Name, EquatableMap<string> Selector)>> _gateways = [];

    private GatewayCertificates(AnalysisContext context)
    {
        foreach ((Gateway gateway, Place place) in context.Each<Gateway>())
        {
            foreach (string certificate in Of(gateway))
            {
                if (!_gateways.TryGetValue((place.Key.Cluster, certificate), out List<(string, EquatableMap<string>)>? gateways))
                {
                    _gateways.Add((place.Key.Cluster, certificate), gateways = []);
                }

                gateways.Add((Names.FullName(place.Key), gateway.Spec!.Selector));
            }
        }
    }

    public static GatewayCertificates Of(AnalysisContext context) => context.Index(static c => new GatewayCertificates(c));

    /// <summary>Gets what tells the certificates of a Gateway apart, each once.</summary>
    public static IEnumerable<string> Of(Gateway gateway) =>
        (gateway.Spec?.Servers ?? default).Select(server => server?.Tls).OfType<ServerTlsSettings>().Select(IdOf).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Gets other Gateways with the same certificate that select the same pods, or fewer of them.</summary>
    public IEnumerable<string> Others(Gateway gateway, ResourceKey key, string certificate) =>
        _gateways[(key.Cluster, certificate)]
            .Where(other => other.Name != Names.FullName(key) && (gateway.Spec?.Selector ?? default).All(label => other.Selector.TryGetValue(label.Key, out string? text) && text == label.Value))
            .Select(other => other.Name);

    private static string? IdOf(ServerTlsSettings tls) => tls switch
    {
        { CredentialName.Length: > 0 } => $"credential {tls.CredentialName}",
        { ServerCertificate.Length: > 0, PrivateKey.Length: > 0 } => $"files {tls.ServerCertificate} {tls.PrivateKey}",
        _ => null,
    };
}
