using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>Sidecars have the image that injection gives.</summary>
internal sealed class ProxyImageIsCurrent : Rule<InContext<Namespace>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2858",
        DiagnosticSeverity.Warning,
        "The sidecars of {0} have another image than '{1}', which injection gives now.",
        "Restart the workloads.") { IstioCode = "IST0158" };

    public override void Check(InContext<Namespace> value, Place place)
    {
        if (value.Resource.Metadata.Name is not { } name
            || !NamespaceIndex.IsInjected(value.Resource.Metadata.Labels))
        {
            return;
        }

        string revision = value.Resource.Metadata.Labels.TryGetValue(NamespaceIndex.RevisionLabel, out string? text) ? text ?? "" : "";
        if (InjectorValues.Of(value.Context).For(place.Key.Cluster, revision).ProxyImage is { } image)
        {
            ProxyImageTypes types = ProxyImageTypes.Of(value.Context);
            string[] pods =
            [
                .. PodIndex.Of(value.Context).In(name)
                    .Where(pod => pod.IsPod && pod.Key.Cluster == place.Key.Cluster && !pod.Annotations.ContainsKey("sidecar.istio.io/proxyImage"))
                    .Where(pod => pod.Containers.Concat(pod.InitContainers).Any(c => c.Name == "istio-proxy" && c.Image != image && c.Image != $"{image}-{types.For(pod)}"))
                    .Select(pod => pod.Key.Name),
            ];
            if (pods.Length > 0)
            {
                place.Report(Descriptor, Names.Join(pods), image);
            }
        }
    }
}
