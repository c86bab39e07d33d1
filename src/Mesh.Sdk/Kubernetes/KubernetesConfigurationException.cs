using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A kubeconfig, or what a pod should have of its cluster, can't be used. Carries every finding, not just the first.</summary>
public sealed class KubernetesConfigurationException : KubernetesException
{
    /// <summary>Makes the exception from the findings.</summary>
    public KubernetesConfigurationException(DiagnosticReport report)
        : base(Describe(report), "Correct the configuration at the places told.", null) => Report = report;

    /// <summary>Gets every finding, MESH4101 to MESH4199, warnings included.</summary>
    public DiagnosticReport Report { get; }

    private static string Describe(DiagnosticReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"The connection to the cluster has {report.Errors.Count()} error(s).{Environment.NewLine}{report}{Environment.NewLine}";
    }
}
