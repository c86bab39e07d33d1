namespace Mesh.Sdk.Resources;

/// <summary>Splits paths such as <c>spec.http[0].route</c> and <c>metadata.labels[app.kubernetes.io/name]</c>.</summary>
internal static class FieldPath
{
    /// <summary>Returns names, keys and indices in order. A key in brackets may hold dots.</summary>
    public static string[] Split(string path)
    {
        List<string> segments = [];
        int at = 0;
        while (at < path.Length)
        {
            int end;
            if (path[at] == '[' && (end = EndOfKey(path, at)) > 0)
            {
                segments.Add(path[(at + 1)..end]);
                at = end + 1;
            }
            else
            {
                end = path.AsSpan(at + 1).IndexOfAny('.', '[') is int found && found < 0 ? path.Length : at + 1 + found;
                segments.Add(path[at..end]);
                at = end;
            }

            at += at < path.Length && path[at] == '.' ? 1 : 0;
        }

        return [.. segments];
    }

    // The first bracket that something new may follow.
    private static int EndOfKey(string path, int start)
    {
        int end = path.IndexOf(']', start);
        while (end >= 0 && end + 1 < path.Length && path[end + 1] is not ('.' or '['))
        {
            end = path.IndexOf(']', end + 1);
        }

        return end;
    }
}
