using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>Reads a credential plugin of a user.</summary>
internal sealed class PluginResolver(KubeConfigSection user, KubeConfigSection cluster, List<Diagnostic> findings)
{
    private const string Current = "client.authentication.k8s.io/v1";
    private const string ClusterExtension = "client.authentication.k8s.io/exec";

    private static readonly string[] ApiVersions = [Current, "client.authentication.k8s.io/v1beta1"];
    private static readonly string[] Modes = ["Never", "IfAvailable"];

    public KubernetesExecPlugin? Resolve(UntypedValue exec)
    {
        string? mistake = MistakeIn(exec);
        if (mistake is not null)
        {
            findings.Add(user.At(ConnectionDiagnostics.BadPlugin, "exec", user.Name, mistake));
            return null;
        }

        return new()
        {
            Command = user.Program(exec.Text("command")!),
            Arguments = exec.Texts("args"),
            Environment = exec.List("env")
                .Where(e => e.Text("name") is not null)
                .GroupBy(e => e.Text("name")!, (name, all) => KeyValuePair.Create(name, new SecretText(all.Last().Text("value") ?? "")))
                .ToEquatableMap(),
            ApiVersion = exec.Text("apiVersion")!,
            InstallHint = exec.Text("installHint"),
            ProvidesClusterInfo = exec.Flag("provideClusterInfo"),
            ClusterConfig = cluster.Tree("extensions")?.Items.FirstOrDefault(e => e.Text("name") == ClusterExtension)?.Find(["extension"]),
        };
    }

    private static string? MistakeIn(UntypedValue exec)
    {
        string? mode = exec.Text("interactiveMode");
        return string.IsNullOrEmpty(exec.Text("command")) ? "it has no command"
            : exec.Text("apiVersion") is not { } version ? "it has no apiVersion"
            : !ApiVersions.Contains(version) ? $"its apiVersion is '{version}', not one of {string.Join(", ", ApiVersions)}"
            : mode is null && version == Current ? "it has no interactiveMode, which v1 needs"
            : mode == "Always" ? "it wants a terminal (interactiveMode Always), which a library does not have"
            : mode is not null && !Modes.Contains(mode) ? $"its interactiveMode is '{mode}', not Never, IfAvailable or Always"
            : null;
    }
}
