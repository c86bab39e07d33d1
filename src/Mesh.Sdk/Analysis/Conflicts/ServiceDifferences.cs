using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>Services that differ between clusters.</summary>
/// <remarks>Source: Istio, <c>analyzers/multicluster/service.go</c>.</remarks>
internal sealed class ServiceDifferences
{
    private readonly Dictionary<ResourceKey, (string Clusters, string Reasons)> _differences = [];

    private ServiceDifferences(AnalysisContext context)
    {
        foreach (var clusters in context.Each<Service>().Where(s => s.Place.Key.Cluster.Length > 0).GroupBy(s => Names.FullName(s.Place.Key)))
        {
            (Service first, Place place) = clusters.First();
            List<(Service Resource, Place Place)> others = [.. clusters.Skip(1).Where(other => Reasons(first.Spec, other.Resource.Spec).Any())];
            if (others.Count > 0)
            {
                string[] reasons = [.. others.SelectMany(other => Reasons(first.Spec, other.Resource.Spec)).Distinct(StringComparer.Ordinal)];
                _differences.Add(place.Key, (Names.Join(others.Select(other => other.Place.Key.Cluster).Prepend(place.Key.Cluster)), string.Join(", ", reasons)));
            }
        }
    }

    public static ServiceDifferences Of(AnalysisContext context) => context.Index(static c => new ServiceDifferences(c));

    /// <summary>Gets how others differ from the service of the first cluster.</summary>
    public (string Clusters, string Reasons)? Of(ResourceKey key) =>
        _differences.TryGetValue(key, out (string, string) difference) ? difference : null;

    private static IEnumerable<string> Reasons(ServiceSpec? a, ServiceSpec? b)
    {
        if (IsHeadless(a) != IsHeadless(b))
        {
            yield return "headless or not";
        }

        if (TypeOf(a) != TypeOf(b))
        {
            yield return "type";
        }

        if (!Ports(a).SequenceEqual(Ports(b)))
        {
            yield return "ports";
        }
    }

    private static bool IsHeadless(ServiceSpec? spec) => spec?.ClusterIP == "None";

    private static ServiceType TypeOf(ServiceSpec? spec) => spec?.Type ?? ServiceType.ClusterIP;

    // What the API server fills in where nothing is said. The node port is each cluster's own choice.
    private static IEnumerable<ServicePort> Ports(ServiceSpec? spec) => (spec?.Ports ?? default)
        .Where(port => port is not null)
        .OrderBy(port => port.Name, StringComparer.Ordinal)
        .Select(port => port with { Protocol = port.Protocol ?? "TCP", TargetPort = port.TargetPort ?? port.Port, NodePort = null });
}
