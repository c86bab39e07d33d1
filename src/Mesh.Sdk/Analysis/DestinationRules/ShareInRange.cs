using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The share of a locality is a percentage above 0.</summary>
internal sealed class ShareInRange : Rule<LocalityDistribute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2274",
        DiagnosticSeverity.Error,
        "The share of '{0}' is {1}, and Istio accepts 1 to 100.",
        "Give a share from 1 to 100; leave a locality out that shall get nothing.");

    public override string VectorId => "LOC-WEIGHT-RANGE";

    public override void Check(LocalityDistribute value, Place place)
    {
        foreach ((string locality, long share) in value.To)
        {
            if (share is < 1 or > 100)
            {
                place.Field("to").Entry(locality).Report(Descriptor, locality, share);
                return;
            }
        }
    }
}
