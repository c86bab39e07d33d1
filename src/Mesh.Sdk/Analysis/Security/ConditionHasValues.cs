using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A condition has values.</summary>
internal sealed class ConditionHasValues : Rule<AuthorizationCondition>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2695",
        DiagnosticSeverity.Error,
        "The condition on '{0}' has neither 'values' nor 'notValues'.",
        "Give one of them; '*' fits any value that is not empty.");

    public override void Check(AuthorizationCondition value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Key) && value.Values.Count == 0 && value.NotValues.Count == 0)
        {
            place.Report(Descriptor, value.Key);
        }
    }
}
