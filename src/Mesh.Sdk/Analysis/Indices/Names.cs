using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>How objects name each other.</summary>
internal static class Names
{
    private const int Shown = 10;

    public static string NamespaceOf(ResourceKey key) => key.Namespace.Length == 0 ? "default" : key.Namespace;

    public static string FullName(ResourceKey key) => $"{NamespaceOf(key)}/{key.Name}";

    /// <summary>Completes a name without namespace.</summary>
    public static string FullName(string reference, string @namespace) =>
        reference.Contains('/', StringComparison.Ordinal) ? reference : $"{@namespace}/{reference}";

    /// <summary>Completes a short host; unlike Envoy's view of hosts, analysis takes every host without dot for short.</summary>
    public static string Host(string host, string @namespace, string domain) =>
        host.StartsWith('*') || host.Contains('.', StringComparison.Ordinal) ? host : $"{host}.{@namespace}.svc.{domain}";

    /// <summary>Splits the host of a service into namespace and name; other hosts belong to the namespace that they stand in.</summary>
    public static (string Namespace, string Name) ServiceOf(string host, string @namespace, string domain)
    {
        string end = $".svc.{domain}";
        if (host.EndsWith(end, StringComparison.Ordinal) && host[..^end.Length].LastIndexOf('.') is > 0 and var dot && dot < host.Length - end.Length - 1)
        {
            return (host[(dot + 1)..^end.Length], host[..dot]);
        }

        return (@namespace, host);
    }

    /// <summary>Gets the namespaces that something is exported to; <c>*</c> alone if to all.</summary>
    public static IReadOnlyCollection<string> Scopes(EquatableList<string> exportTo, string @namespace) =>
        exportTo.Count == 0 || exportTo.Contains("*")
            ? ["*"]
            : [.. exportTo.Select(scope => scope == "." ? @namespace : scope).Distinct(StringComparer.Ordinal)];

    /// <summary>Writes a selector as kubectl does.</summary>
    public static string Selector(EquatableMap<string> labels) => string.Join(",", labels.Select(label => $"{label.Key}={label.Value}"));

    /// <summary>Joins names; of many the first.</summary>
    public static string Join(IEnumerable<string> names)
    {
        string[] first = [.. names.Take(Shown + 1)];
        return first.Length <= Shown ? string.Join(", ", first) : $"{string.Join(", ", first.Take(Shown))} and others";
    }
}
