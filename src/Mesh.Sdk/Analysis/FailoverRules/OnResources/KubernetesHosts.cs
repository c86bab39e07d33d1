namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Takes the full names of Kubernetes services apart.</summary>
internal static class KubernetesHosts
{
    /// <summary>Returns the namespace in <c>name.namespace.svc.domain</c>, whose name may be <c>*</c>; <see langword="null"/> if it is no such name.</summary>
    public static string? NamespaceOf(string host, string domain)
    {
        string end = $".svc.{domain}";
        if (!host.EndsWith(end, StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = host[..^end.Length].Split('.');
        return parts is [_, { Length: > 0 } @namespace] && @namespace != "*" ? @namespace : null;
    }
}
