using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A matched server name is one of the hosts.</summary>
internal sealed class SniHostIsOfHosts : Rule<SniMatch>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2389",
        DiagnosticSeverity.Error,
        "The server name '{0}' is not covered by any of the hosts [{1}].",
        "Add it to 'hosts', or correct it.");

    public override string VectorId => "VS-TLS-SNI-SUBSET";

    public override void Check(SniMatch value, Place place)
    {
        for (int i = 0; i < value.Names.Count; i++)
        {
            string name = value.Names[i] ?? "";
            if (value.IsDomain(name) && !value.Hosts.Covers(name))
            {
                place.Item(i).Report(Descriptor, name, value.Hosts);
            }
        }
    }
}
