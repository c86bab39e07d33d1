using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Services by the pods that they select.</summary>
internal sealed class ServiceSelectors
{
    private readonly Dictionary<(string Namespace, string Key, string Value), List<Service>> _byLabel = [];
    private readonly Dictionary<string, List<Service>> _withoutSelector = new(StringComparer.Ordinal);

    private ServiceSelectors(AnalysisContext context)
    {
        HashSet<(string FullName, ServiceSpec?)> seen = [];
        foreach ((Service service, Place place) in context.Each<Service>())
        {
            // The same service of several clusters counts once.
            if (seen.Add((Names.FullName(place.Key), service.Spec)))
            {
                Add(service, Names.NamespaceOf(place.Key));
            }
        }

        if (PodIndex.Of(context).AssumedIngress is { } ingress && !Selecting(ingress, orAll: true).Any())
        {
            Add(DefaultIngress.Service, ingress.Namespace);
        }
    }

    public static ServiceSelectors Of(AnalysisContext context) => context.Index(static c => new ServiceSelectors(c));

    /// <summary>Gets the services of a pod's namespace that select it.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="orAll">Whether services without selector count as selecting everything.</param>
    public IEnumerable<Service> Selecting(PodTemplate pod, bool orAll)
    {
        if (orAll && _withoutSelector.TryGetValue(pod.Namespace, out List<Service>? all))
        {
            foreach (Service service in all)
            {
                yield return service;
            }
        }

        foreach (KeyValuePair<string, string> label in pod.Labels.ToArray())
        {
            foreach (Service service in _byLabel.TryGetValue((pod.Namespace, label.Key, label.Value), out List<Service>? services) ? services : [])
            {
                if (pod.IsSelected(service.Spec!.Selector))
                {
                    yield return service;
                }
            }
        }
    }

    /// <summary>Gets the ports of a service for TCP, and those of the pods that it leads to.</summary>
    public static IEnumerable<long> Ports(Service service) =>
        (service.Spec?.Ports ?? default)
            .Where(port => port is not null && port.Protocol is null or "" or "TCP")
            .SelectMany(port => port.TargetPort?.Number is { } number and not 0 ? [port.Port, number] : (long[])[port.Port]);

    // Found by the first label of its selector, and so once.
    private void Add(Service service, string @namespace)
    {
        foreach ((string key, string value) in service.Spec?.Selector ?? default)
        {
            Put(_byLabel, (@namespace, key, value), service);
            return;
        }

        Put(_withoutSelector, @namespace, service);
    }

    private static void Put<T>(Dictionary<T, List<Service>> lists, T key, Service service)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out List<Service>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(service);
    }
}
