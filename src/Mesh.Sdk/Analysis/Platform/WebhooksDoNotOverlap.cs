using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A pod is injected by one webhook.</summary>
internal sealed class WebhooksDoNotOverlap : Rule<InContext<UntypedResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2839",
        DiagnosticSeverity.Error,
        "The webhook '{0}' applies to the same pods as {1}, so they may be injected twice.",
        "Remove what is left of an old installation, or tell the revisions apart by istio.io/rev in the selectors.") { IstioCode = "IST0139" };

    public override void Check(InContext<UntypedResource> value, Place place)
    {
        InjectionOverlaps overlaps = InjectionOverlaps.Of(value.Context);
        foreach (InjectionHook hook in InjectionHook.Of(value.Resource, place.Key))
        {
            if (overlaps.Of(place.Key, hook.Index) is { Count: > 0 } others)
            {
                place.Field("webhooks").Item(hook.Index).Report(Descriptor, hook.Hook.Fields["name"]?.Text, Names.Join(others));
            }
        }
    }
}
