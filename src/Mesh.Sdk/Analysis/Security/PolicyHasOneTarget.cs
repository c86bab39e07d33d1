using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A policy is for selected workloads or for referenced objects.</summary>
internal sealed class PolicyHasOneTarget : Rule<PolicyTarget>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2653",
        DiagnosticSeverity.Error,
        "The policy sets '{0}' and also '{1}'.",
        "Keep one of them.");

    public override void Check(PolicyTarget value, Place place)
    {
        string[] given = new (string Field, bool IsGiven)[]
            {
                ("selector", value.Selector is not null),
                ("targetRef", value.Reference is not null),
                ("targetRefs", value.References.Count > 0),
            }
            .Where(t => t.IsGiven)
            .Select(t => t.Field)
            .ToArray();
        if (given.Length > 1)
        {
            place.Field(given[1]).Report(Descriptor, given[0], given[1]);
        }
    }
}
