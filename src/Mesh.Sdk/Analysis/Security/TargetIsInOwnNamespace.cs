using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A policy is for objects of its own namespace.</summary>
internal sealed class TargetIsInOwnNamespace : Rule<PolicyTargetReference>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2655",
        DiagnosticSeverity.Error,
        "The reference to '{0}' names the namespace '{1}', and references across namespaces are not supported.",
        "Remove 'namespace', and keep the policy where its target is.");

    public override void Check(PolicyTargetReference value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Namespace))
        {
            place.Field("namespace").Report(Descriptor, value.Name, value.Namespace);
        }
    }
}
