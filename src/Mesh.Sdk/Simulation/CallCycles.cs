namespace Mesh.Sdk.Simulation;

/// <summary>Finds calls that lead back to where they came from.</summary>
internal static class CallCycles
{
    /// <summary>Returns the services of a cycle, the first one again at its end; <see langword="null"/> if there is none.</summary>
    public static IReadOnlyList<string>? Find(IReadOnlyCollection<(string From, string To)> calls)
    {
        ILookup<string, string> next = calls.ToLookup(c => c.From, c => c.To);
        HashSet<string> done = [];
        foreach (string start in next.Select(c => c.Key))
        {
            if (Follow(start, next, done, []) is { } cycle)
            {
                return cycle;
            }
        }

        return null;
    }

    private static List<string>? Follow(string service, ILookup<string, string> next, HashSet<string> done, List<string> path)
    {
        int seen = path.IndexOf(service);
        if (seen >= 0)
        {
            return [.. path[seen..], service];
        }

        if (done.Contains(service))
        {
            return null;
        }

        path.Add(service);
        foreach (string to in next[service])
        {
            if (Follow(to, next, done, path) is { } cycle)
            {
                return cycle;
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(service);
        return null;
    }
}
