using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Finds hosts that overlap a host, without comparing it with all of them. Add first, then find.</summary>
internal sealed class HostOverlaps<T>
{
    private readonly Dictionary<string, List<T>> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> _wildcards = new(StringComparer.Ordinal);
    private string[]? _plainBackwards;
    private string[]? _wildcardsBackwards;

    public void Add(string host, T value)
    {
        Dictionary<string, List<T>> lists = HostMatching.IsWildcard(host) ? _wildcards : _plain;
        string name = HostMatching.IsWildcard(host) ? host[1..] : host;
        if (!lists.TryGetValue(name, out List<T>? list))
        {
            lists.Add(name, list = []);
        }

        list.Add(value);
    }

    public IEnumerable<T> Find(string host)
    {
        bool isWildcard = HostMatching.IsWildcard(host);
        string name = isWildcard ? host[1..] : host;
        IEnumerable<T> wider = Ends(name).Where(_wildcards.ContainsKey).SelectMany(end => _wildcards[end]);
        if (!isWildcard)
        {
            return _plain.TryGetValue(name, out List<T>? same) ? same.Concat(wider) : wider;
        }

        _plainBackwards ??= Backwards(_plain.Keys);
        _wildcardsBackwards ??= Backwards(_wildcards.Keys);
        return EndingIn(_plainBackwards, name).SelectMany(end => _plain[end])
            .Concat(EndingIn(_wildcardsBackwards, name).Where(end => end != name).SelectMany(end => _wildcards[end]))
            .Concat(wider);
    }

    private static IEnumerable<string> Ends(string name) => Enumerable.Range(0, name.Length + 1).Select(start => name[start..]);

    private static string[] Backwards(IEnumerable<string> names) => [.. names.Select(Reverse).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> EndingIn(string[] backwards, string end)
    {
        string start = Reverse(end);
        int position = Array.BinarySearch(backwards, start, StringComparer.Ordinal);
        for (int i = position < 0 ? ~position : position; i < backwards.Length && backwards[i].StartsWith(start, StringComparison.Ordinal); i++)
        {
            yield return Reverse(backwards[i]);
        }
    }

    private static string Reverse(string text)
    {
        char[] characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
