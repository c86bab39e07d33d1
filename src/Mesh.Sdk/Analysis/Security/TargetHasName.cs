using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A policy names the object that it is for.</summary>
internal sealed class TargetHasName : Rule<PolicyTargetReference>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2654",
        DiagnosticSeverity.Error,
        "The reference to a {0} has no name.",
        "Give 'name'.");

    public override void Check(PolicyTargetReference value, Place place)
    {
        if (string.IsNullOrEmpty(value.Name))
        {
            place.Field("name").Report(Descriptor, value.Kind);
        }
    }
}
