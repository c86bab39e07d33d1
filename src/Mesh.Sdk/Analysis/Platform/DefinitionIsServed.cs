using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A CRD is of a kind that Istio still reads.</summary>
/// <remarks>Source: Istio, <c>analyzers/deprecation/deprecation.go</c>.</remarks>
internal sealed class DefinitionIsServed : Rule<InContext<UntypedResource>>
{
    private static readonly string[] Removed = ["ClusterRbacConfig", "RbacConfig", "ServiceRole", "ServiceRoleBinding"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2894",
        DiagnosticSeverity.Warning,
        "Istio has removed the kind {0} of rbac.istio.io, so objects of it have no effect.",
        "Write AuthorizationPolicy objects, and delete the CRD.") { IstioCode = "IST0002" };

    public override void Check(InContext<UntypedResource> value, Place place)
    {
        UntypedValue? spec = value.Resource.Fields["spec"];
        if (spec?.Fields["group"]?.Text == "rbac.istio.io" && spec.Fields["names"]?.Fields["kind"]?.Text is { } kind && Removed.Contains(kind))
        {
            place.Field("spec").Field("names").Field("kind").Report(Descriptor, kind);
        }
    }
}
