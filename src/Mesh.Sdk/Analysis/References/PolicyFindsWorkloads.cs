using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>An AuthorizationPolicy applies to at least one pod of the mesh.</summary>
internal sealed class PolicyFindsWorkloads : Rule<InContext<AuthorizationPolicy>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2827",
        DiagnosticSeverity.Warning,
        "No pod of the mesh is selected in {0}, so the policy guards nothing.",
        "Correct the selector, or add the pods to the mesh.") { IstioCode = "IST0127" };

    public override void Check(InContext<AuthorizationPolicy> value, Place place)
    {
        if (value.Resource.Spec is { TargetRef: not null } or { TargetRefs.Count: > 0 })
        {
            return;
        }

        string @namespace = Names.NamespaceOf(place.Key);
        bool isMeshWide = @namespace == value.Context.Defaults.RootNamespace;
        EquatableMap<string>? selector = value.Resource.Spec?.Selector?.MatchLabels;
        if (isMeshWide && selector is null)
        {
            return;
        }

        PodIndex pods = PodIndex.Of(value.Context);
        NamespaceIndex namespaces = NamespaceIndex.Of(value.Context);
        IEnumerable<PodTemplate> selected = isMeshWide ? pods.Select(selector ?? default) : pods.Select(selector ?? default, @namespace);
        if (!selected.Any(pod => namespaces.IsInMesh(pod) || NamespaceIndex.IsAmbient(pod)))
        {
            place.Field("spec").Report(Descriptor, isMeshWide ? "any namespace" : $"the namespace '{@namespace}'");
        }
    }
}
