using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>No cipher suite stands twice.</summary>
internal sealed class CiphersDiffer : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2532",
        DiagnosticSeverity.Warning,
        "The cipher suite '{0}' stands twice, and the second is ignored.",
        "Keep one of the entries in cipherSuites.");

    public override string VectorId => "GW-TLS-DUPLICATE-CIPHER";

    public override void Check(ServerTlsSettings value, Place place)
    {
        HashSet<string> suites = new(StringComparer.Ordinal);
        for (int i = 0; i < value.CipherSuites.Count; i++)
        {
            string suite = value.CipherSuites[i] ?? "";
            if (CipherSuites.IsKnown(suite) && !suites.Add(suite))
            {
                place.Field("cipherSuites").Item(i).Report(Descriptor, suite);
            }
        }
    }
}
