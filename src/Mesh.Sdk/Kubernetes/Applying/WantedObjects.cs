using System.Collections.Concurrent;
using System.Collections.Immutable;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>The objects of a set by what one list has, with the scopes in which there may be members to prune.</summary>
/// <param name="client">Tells which kinds the cluster serves.</param>
/// <param name="planned">Receives the objects of kinds that it does not.</param>
internal sealed class WantedObjects(KubernetesApiClient client, ConcurrentDictionary<ResourceKey, PlannedObject> planned)
{
    /// <summary>Gets the objects by scope and name.</summary>
    public Dictionary<KindScope, Dictionary<string, ResourceEntry>> Scopes { get; } = [];

    /// <summary>Gets the keys of all objects, without version and cluster.</summary>
    public HashSet<ResourceKey> Identities { get; } = [];

    public async Task AddAsync(ResourceSet set, CancellationToken cancellationToken)
    {
        HashSet<(string, string)> defined = [.. DefinedKinds.In(set.Resources)];
        foreach (IGrouping<ResourceKind, ResourceEntry> kind in set.Where(e => ApplyChecks.Find(e.Key) is null).GroupBy(e => client.Written(e.Resource.Type)))
        {
            try
            {
                if (await client.Discovery.FindAsync(kind.Key, cancellationToken).ConfigureAwait(false) is { } served)
                {
                    Add(served, kind);
                    continue;
                }

                Func<ResourceEntry, PlannedObject> plan = defined.Contains((kind.Key.Group, kind.Key.Name)) ? Create : e => Refuse(e, Unknown(kind.Key));
                PlanAll(kind, plan);
            }
            catch (KubernetesException e)
            {
                PlanAll(kind, entry => Refuse(entry, e));
            }
        }
    }

    /// <summary>Adds where members of a kind may be.</summary>
    public void AddMembers(ApiResource served, ImmutableSortedSet<string> namespaces)
    {
        foreach (string @namespace in served.IsNamespaced ? namespaces : [""])
        {
            KindScope scope = KindScope.Of(served, @namespace, client.Options.Namespace);
            if (!Scopes.Keys.Any(s => s.Kind.Group == scope.Kind.Group && s.Kind.Name == scope.Kind.Name && s.Namespace == scope.Namespace))
            {
                Scopes.Add(scope, []);
            }
        }
    }

    private static PlannedObject Create(ResourceEntry entry) => new() { Key = entry.Key, Action = ApplyAction.Create, Desired = entry.Resource };

    private static PlannedObject Refuse(ResourceEntry entry, KubernetesException failure) => PlannedObject.Refuse(entry, ClusterDiagnostics.Explain(failure, entry.Key));

    private UnknownKindException Unknown(ResourceKind kind) => new(kind.ToString(), client.Server, "");

    private void Add(ApiResource served, IEnumerable<ResourceEntry> entries)
    {
        foreach (ResourceEntry entry in entries)
        {
            KindScope scope = KindScope.Of(served, entry.Key.Namespace, client.Options.Namespace);
            Scopes.TryAdd(scope, new(StringComparer.Ordinal));
            Identities.Add(scope.KeyOf(entry.Key.Name, "") with { Version = "" });
            if (!Scopes[scope].TryAdd(entry.Key.Name, entry))
            {
                planned[entry.Key] = PlannedObject.Refuse(entry, ApplyChecks.About(entry.Key, ClusterDiagnostics.Refused.At(
                    "metadata.namespace",
                    $"{entry.Key} stands in the set twice, with the namespace '{scope.Namespace}' and without.",
                    "Keep one of the two.")));
            }
        }
    }

    private void PlanAll(IEnumerable<ResourceEntry> entries, Func<ResourceEntry, PlannedObject> plan)
    {
        foreach (ResourceEntry entry in entries)
        {
            planned[entry.Key] = plan(entry);
        }
    }
}
