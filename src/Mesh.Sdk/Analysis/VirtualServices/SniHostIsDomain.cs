using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A TLS match names servers by domains.</summary>
internal sealed class SniHostIsDomain : Rule<SniMatch>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2388",
        DiagnosticSeverity.Error,
        "The TLS match has the server name '{0}', which is not a domain.",
        "Give 'sniHosts' with DNS names, at most with * in front.");

    public override string VectorId => "VS-TLS-SNI";

    public override void Check(SniMatch value, Place place)
    {
        if (value.Names.Count == 0)
        {
            place.Report(Descriptor, "");
        }

        for (int i = 0; i < value.Names.Count; i++)
        {
            string name = value.Names[i] ?? "";
            if (!value.IsDomain(name) && !IstioFormats.IsIpAddress(name))
            {
                place.Item(i).Report(Descriptor, name);
            }
        }
    }
}
