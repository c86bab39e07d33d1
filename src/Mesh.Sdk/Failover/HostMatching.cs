using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>Relations between host names: <c>*</c> stands for any leading text, and case matters.</summary>
/// <remarks>Source: Istio, <c>pkg/config/host/name.go</c>; specification 8.1.</remarks>
public static class HostMatching
{
    /// <summary>Returns whether some host name fits both.</summary>
    /// <param name="a">A host name, with or without wildcard.</param>
    /// <param name="b">Another one; the order does not matter.</param>
    public static bool Overlaps(string a, string b) => (IsWildcard(a), IsWildcard(b)) switch
    {
        (true, true) => EndsWith(Remainder(a), Remainder(b)) || EndsWith(Remainder(b), Remainder(a)),
        (true, false) => EndsWith(b, Remainder(a)),
        (false, true) => EndsWith(a, Remainder(b)),
        _ => a == b,
    };

    /// <summary>Returns whether every host name that fits <paramref name="inner"/> fits <paramref name="outer"/> too.</summary>
    public static bool IsSubsetOf(string inner, string outer)
    {
        if (!IsWildcard(outer))
        {
            return inner == outer;
        }

        return EndsWith(IsWildcard(inner) ? Remainder(inner) : inner, Remainder(outer));
    }

    /// <summary>
    /// Completes a short host name with the namespace of the object that holds it. A name with a dot, <c>*</c> and IP
    /// addresses stay as they are.
    /// </summary>
    /// <param name="host">Host as written.</param>
    /// <param name="namespace">Namespace of the object; left out if empty.</param>
    /// <param name="domain">Domain of the cluster, such as <c>cluster.local</c>; left out if empty.</param>
    public static string Complete(string host, string @namespace, string domain)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (host.Length == 0 || host == "*" || host.Contains('.', StringComparison.Ordinal) || IstioFormats.IsIpAddress(host))
        {
            return host;
        }

        string inNamespace = string.IsNullOrEmpty(@namespace) ? host : $"{host}.{@namespace}";
        return string.IsNullOrEmpty(domain) ? inNamespace : $"{inNamespace}.svc.{domain}";
    }

    /// <summary>
    /// Returns the rule host that applies to a service host: the equal one, else the longest wildcard that covers it, the
    /// first in alphabetical order if several are as long. A wildcard service host is covered by wildcards only.
    /// </summary>
    /// <returns><see langword="null"/> if none applies.</returns>
    public static string? MostSpecific(string host, IEnumerable<string> ruleHosts)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(ruleHosts);
        string? best = null;
        foreach (string candidate in ruleHosts)
        {
            if (candidate == host)
            {
                return candidate;
            }

            if (IsWildcard(candidate) && IsSubsetOf(host, candidate) && (best is null || IsMoreSpecific(candidate, best)))
            {
                best = candidate;
            }
        }

        return best;
    }

    internal static bool IsWildcard(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.StartsWith('*');
    }

    private static bool IsMoreSpecific(string a, string b) =>
        a.Length != b.Length ? a.Length > b.Length : string.CompareOrdinal(a, b) < 0;

    private static string Remainder(string wildcard) => wildcard[1..];

    private static bool EndsWith(string text, string end) => text.EndsWith(end, StringComparison.Ordinal);
}
