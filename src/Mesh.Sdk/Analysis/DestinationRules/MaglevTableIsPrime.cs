using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The size of the table of maglev is prime.</summary>
internal sealed class MaglevTableIsPrime : Rule<MaglevHash>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2267",
        DiagnosticSeverity.Error,
        "The size of the maglev table is {0}, which is not a prime.",
        "Set maglev.tableSize to a prime such as 65537.");

    public override string VectorId => "LB-MAGLEV-PRIME";

    public override void Check(MaglevHash value, Place place)
    {
        if (!Primes.IsPrime(value.TableSize ?? 0))
        {
            place.Field("tableSize").Report(Descriptor, value.TableSize ?? 0);
        }
    }
}
