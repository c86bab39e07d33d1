using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Carries why a Secret can't stand for a set.</summary>
internal sealed class ForeignSetException(Diagnostic finding) : Exception(finding.Message)
{
    public Diagnostic Finding { get; } = finding;
}
