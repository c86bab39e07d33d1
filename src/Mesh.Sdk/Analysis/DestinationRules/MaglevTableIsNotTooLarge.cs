using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The table of maglev is bounded.</summary>
internal sealed class MaglevTableIsNotTooLarge : Rule<MaglevHash>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2266",
        DiagnosticSeverity.Error,
        "The size of the maglev table is {0}, and Envoy accepts less than 5000011.",
        "Set maglev.tableSize to a smaller prime such as 65537.");

    public override string VectorId => "LB-MAGLEV-MAX";

    public override void Check(MaglevHash value, Place place)
    {
        if (value.TableSize >= 5_000_011)
        {
            place.Field("tableSize").Report(Descriptor, value.TableSize ?? 0);
        }
    }
}
