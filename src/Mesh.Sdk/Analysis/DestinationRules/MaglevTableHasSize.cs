using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The table of maglev has a size.</summary>
internal sealed class MaglevTableHasSize : Rule<MaglevHash>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2265",
        DiagnosticSeverity.Error,
        "The size of the maglev table is 0 or not given.",
        "Set maglev.tableSize to a prime such as 65537.");

    public override string VectorId => "LB-MAGLEV-SIZE";

    public override string Covers => "MESH2267";

    public override void Check(MaglevHash value, Place place)
    {
        if (value.TableSize is null or 0)
        {
            place.Field("tableSize").Report(Descriptor, value.TableSize ?? 0);
        }
    }
}
