using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Configuration;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>One or several kubeconfig files as one. Source: Kubernetes, <c>Organizing Cluster Access Using kubeconfig Files</c>.</summary>
/// <remarks>Of several files the first to name a context, cluster or user counts for all of it, and the first to set <c>current-context</c>.</remarks>
public sealed class KubeConfig
{
    private readonly KubeConfigFile[] _files;

    private KubeConfig(IEnumerable<KubeConfigFile> files) => _files = [.. files];

    /// <summary>Gets the context that counts where none is named; <see langword="null"/> if there is none.</summary>
    public string? CurrentContext => _files.Select(f => f.CurrentContext).FirstOrDefault(c => !string.IsNullOrEmpty(c));

    /// <summary>Gets the names of the contexts, in the order of the files.</summary>
    public EquatableList<string> Contexts => _files.SelectMany(f => f.Contexts).Select(c => c.Name).Distinct().ToEquatableList();

    /// <summary>Reads the files that kubectl reads: those in the variable <c>KUBECONFIG</c>, else <c>.kube/config</c> of the home folder.</summary>
    /// <exception cref="KubernetesConfigurationException">There is none, or one can't be read; all findings are told.</exception>
    public static KubeConfig LoadDefault()
    {
        string[] paths = KubeConfigPaths.OfEnvironment();
        string[] existing = [.. paths.Where(File.Exists)];
        return existing.Length > 0
            ? Load(existing)
            : throw new KubernetesConfigurationException(new([ConnectionDiagnostics.NoFile.At("", string.Join(", ", paths))]));
    }

    /// <summary>Reads files.</summary>
    /// <param name="paths">Each must exist.</param>
    /// <exception cref="KubernetesConfigurationException">One can't be read; all findings of all files are told.</exception>
    public static KubeConfig Load(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        List<Diagnostic> findings = [];
        KubeConfigFile[] files = [.. paths.Select(p => KubeConfigReader.ReadFile(p, findings))];
        return Checked(files, findings);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="path">Names the text in findings; relative paths in it start at its folder.</param>
    /// <exception cref="KubernetesConfigurationException">It can't be read.</exception>
    public static KubeConfig Parse(string text, string path = "kubeconfig")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<Diagnostic> findings = [];
        return Checked([KubeConfigReader.Read(text, path, findings)], findings);
    }

    /// <summary>Makes a connection of the current context; reads the files it names.</summary>
    /// <exception cref="KubernetesConfigurationException">It can't be used; all findings are told.</exception>
    public KubernetesConnection GetConnection() => GetConnection(null);

    /// <summary>Makes a connection of a context; reads the files it names.</summary>
    /// <param name="context">The context; <see langword="null"/> for the current one.</param>
    /// <exception cref="KubernetesConfigurationException">It can't be used; all findings are told.</exception>
    public KubernetesConnection GetConnection(string? context) => GetConnection(context, TimeProvider.System);

    /// <summary>Makes a connection of a context; reads the files it names.</summary>
    /// <param name="context">The context; <see langword="null"/> for the current one.</param>
    /// <param name="time">Tells whether a client certificate has ended.</param>
    /// <exception cref="KubernetesConfigurationException">It can't be used; all findings are told.</exception>
    public KubernetesConnection GetConnection(string? context, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        List<Diagnostic> findings = [];
        KubernetesConnection? connection = new ConnectionResolver(_files, findings, time).Resolve(context ?? CurrentContext);
        DiagnosticReport report = new(findings);
        return connection is null || report.HasErrors ? throw new KubernetesConfigurationException(report) : connection with { Report = report };
    }

    private static KubeConfig Checked(KubeConfigFile[] files, List<Diagnostic> findings) =>
        findings.Count == 0 ? new(files) : throw new KubernetesConfigurationException(new(findings));
}
