using System.Globalization;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes;

/// <summary>The connection of a pod to its own cluster, as its service account. Source: Kubernetes, <c>Accessing the Kubernetes API from a Pod</c>.</summary>
public static class InClusterConfiguration
{
    /// <summary>Where a pod finds token, certificate authority and namespace.</summary>
    public const string DefaultFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Makes the connection from the environment and files of this pod. The token is read again each minute.</summary>
    /// <exception cref="KubernetesConfigurationException">This is no pod with a service account; all that is missing is told.</exception>
    public static KubernetesConnection Load() => Load(Environment.GetEnvironmentVariable, DefaultFolder);

    /// <summary>Makes the connection from other variables and another folder.</summary>
    /// <param name="variable">Gives <c>KUBERNETES_SERVICE_HOST</c> and <c>KUBERNETES_SERVICE_PORT</c>.</param>
    /// <param name="folder">Holds <c>token</c>, <c>ca.crt</c> and <c>namespace</c>.</param>
    /// <exception cref="KubernetesConfigurationException">Something is missing; all of it is told.</exception>
    public static KubernetesConnection Load(Func<string, string?> variable, string folder)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string? host = variable("KUBERNETES_SERVICE_HOST");
        string? port = variable("KUBERNETES_SERVICE_PORT");
        string token = Path.Combine(folder, "token");
        string authority = Path.Combine(folder, "ca.crt");
        string @namespace = Path.Combine(folder, "namespace");
        List<Diagnostic> missing =
        [
            .. Missing(string.IsNullOrEmpty(host), "the variable KUBERNETES_SERVICE_HOST is not set"),
            .. Missing(!int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out int number), "the variable KUBERNETES_SERVICE_PORT is not set to a port"),
            .. Missing(!File.Exists(token), $"there is no {token}"),
            .. Missing(!File.Exists(authority), $"there is no {authority}"),
        ];
        return missing.Count > 0 ? throw new KubernetesConfigurationException(new(missing)) : new()
        {
            Server = new UriBuilder("https", host, number).Uri,
            Namespace = File.Exists(@namespace) ? File.ReadAllText(@namespace).Trim() : "default",
            CertificateAuthorityPem = File.ReadAllText(authority),
            TokenFile = token,
        };
    }

    private static IEnumerable<Diagnostic> Missing(bool isMissing, string what) =>
        isMissing ? [ConnectionDiagnostics.NotInCluster.At("", what)] : [];
}
