using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>The hosts of an outbound listener by namespace, and those among them that add nothing.</summary>
internal sealed class EgressHosts
{
    private const string Any = "*";

    private readonly Dictionary<string, HashSet<string>> _byNamespace = new(StringComparer.Ordinal);
    private readonly List<(int Index, string Host)> _repeated = [];

    public EgressHosts(EquatableList<string> hosts, string ownNamespace)
    {
        for (int i = 0; i < hosts.Count; i++)
        {
            if (hosts[i]?.Split('/', 2) is [var owner, var name] && !Add(owner == "." ? ownNamespace : owner, name))
            {
                _repeated.Add((i, hosts[i]));
            }
        }
    }

    /// <summary>Gets the hosts that stand for services that an earlier one stands for, or the other way round.</summary>
    public IReadOnlyList<(int Index, string Host)> Repeated => _repeated;

    /// <summary>Gets whether other namespaces stand beside <c>*/*</c>.</summary>
    public bool HasMoreThanEverything => _byNamespace.Count > 1 && _byNamespace.TryGetValue(Any, out HashSet<string>? names) && names.Contains(Any);

    private bool Add(string owner, string name)
    {
        if (!_byNamespace.TryGetValue(owner, out HashSet<string>? names))
        {
            names = new(StringComparer.Ordinal);
            _byNamespace.Add(owner, names);
        }

        bool addsNothing = name == Any ? names.Count > 0 : names.Contains(name) || names.Contains(Any);
        names.Add(name);
        return !addsNothing;
    }
}
