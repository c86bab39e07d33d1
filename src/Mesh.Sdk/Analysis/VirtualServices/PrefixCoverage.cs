using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Finds matches whose prefix of the path starts with that of an earlier match.</summary>
internal sealed class PrefixCoverage
{
    // Of many earlier matches with one prefix that differ in their values, this many are looked at.
    private const int MaxCandidates = 100;

    private readonly SortedSet<int> _lengths = [];
    private readonly Dictionary<(string Prefix, string Kind), List<PrefixMatch>> _earlier = [];
    private readonly List<(PrefixMatch Covered, PrefixMatch By)> _covered = [];

    public IReadOnlyList<(PrefixMatch Covered, PrefixMatch By)> Covered => _covered;

    /// <summary>Adds a match that comes after all those added before.</summary>
    public void Add(int route, int match, HttpMatchRequest request)
    {
        if (PrefixMatch.Of(route, match, request) is not { } added)
        {
            return;
        }

        foreach (int length in _lengths)
        {
            if (length >= added.Prefix.Length)
            {
                break;
            }

            foreach (PrefixMatch earlier in Earlier(added.Prefix[..length], added.Kind).Take(MaxCandidates))
            {
                if (earlier.Covers(added))
                {
                    _covered.Add((added, earlier));
                }
            }
        }

        _lengths.Add(added.Prefix.Length);
        Earlier(added.Prefix, added.Kind, create: true).Add(added);
    }

    private List<PrefixMatch> Earlier(string prefix, string kind, bool create = false)
    {
        if (_earlier.TryGetValue((prefix, kind), out List<PrefixMatch>? matches))
        {
            return matches;
        }

        matches = [];
        if (create)
        {
            _earlier.Add((prefix, kind), matches);
        }

        return matches;
    }
}
