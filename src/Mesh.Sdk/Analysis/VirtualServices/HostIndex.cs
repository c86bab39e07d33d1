using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Hosts, indexed so that a host finds those that cover it in time that grows with its length only.</summary>
internal sealed class HostIndex
{
    private readonly EquatableList<string> _hosts;
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wildcards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _wildcardsByEnd;

    public HostIndex(EquatableList<string> hosts)
    {
        _hosts = hosts;
        _wildcardsByEnd = _wildcards.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < hosts.Count; i++)
        {
            string host = hosts[i] ?? "";
            _first.TryAdd(host, i);
            if (HostMatching.IsWildcard(host))
            {
                _wildcards.TryAdd(host[1..], host);
            }
        }
    }

    /// <summary>Returns whether every name that fits a host fits one of these.</summary>
    public bool Covers(string host) => _first.ContainsKey(host) || CoveringWildcard(host, orEqual: true) is not null;

    /// <summary>Returns an equal host in front of a host, or a wildcard that covers it; <see langword="null"/> if there is none.</summary>
    public string? OverlappedBy(int index)
    {
        string host = _hosts[index] ?? "";
        return _first[host] < index ? host : CoveringWildcard(host, orEqual: false);
    }

    public override string ToString() => string.Join(", ", _hosts);

    private string? CoveringWildcard(string host, bool orEqual)
    {
        bool isWildcard = HostMatching.IsWildcard(host);
        ReadOnlySpan<char> body = isWildcard ? host.AsSpan(1) : host;
        for (int start = isWildcard && !orEqual ? 1 : 0; start <= body.Length; start++)
        {
            if (_wildcardsByEnd.TryGetValue(body[start..], out string? wildcard))
            {
                return wildcard;
            }
        }

        return null;
    }
}
