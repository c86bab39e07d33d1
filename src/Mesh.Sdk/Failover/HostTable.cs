using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Failover;

/// <summary>Values by host name, found by what covers a host. A look-up takes one step for each length of wildcard, not for each host.</summary>
/// <typeparam name="T">What stands at a host.</typeparam>
internal sealed class HostTable<T>
    where T : new()
{
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _wildcardLengths = new(Comparer<int>.Create((a, b) => b.CompareTo(a)));

    /// <summary>Gets everything, host by host.</summary>
    public IReadOnlyDictionary<string, T> Values => _values;

    /// <summary>Returns what stands at a host, made if nothing does yet.</summary>
    public T At(string host)
    {
        if (!_values.TryGetValue(host, out T? value))
        {
            _values.Add(host, value = new());
            if (HostMatching.IsWildcard(host))
            {
                _wildcardLengths.Add(host.Length);
            }
        }

        return value;
    }

    /// <summary>Looks up what stands at exactly this host.</summary>
    public bool TryGet(string host, [NotNullWhen(true)] out T? value)
    {
        bool found = _values.TryGetValue(host, out value);
        return found && value is not null;
    }

    /// <summary>Returns every host here that covers another, the most specific first; an equal one is the first.</summary>
    /// <remarks>Two wildcards of one length that cover the same host are equal, so length alone orders them.</remarks>
    public IEnumerable<string> Covering(string host)
    {
        if (_values.ContainsKey(host))
        {
            yield return host;
        }

        string covered = HostMatching.IsWildcard(host) ? host[1..] : host;
        foreach (int length in _wildcardLengths)
        {
            int rest = length - 1;
            if (rest <= covered.Length && $"*{covered.AsSpan(covered.Length - rest)}" is var wildcard && wildcard != host && _values.ContainsKey(wildcard))
            {
                yield return wildcard;
            }
        }
    }
}
