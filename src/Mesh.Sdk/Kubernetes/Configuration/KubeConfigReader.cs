using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>Reads one kubeconfig file. No text of it is shown in findings, as it holds credentials.</summary>
internal sealed class KubeConfigReader
{
    private static readonly string[] Flags = ["insecure-skip-tls-verify", "disable-compression"];
    private static readonly string[] Trees = ["exec", "auth-provider", "extensions", "as-groups", "as-user-extra"];

    private readonly string _folder;

    private KubeConfigReader(string path) => _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    public static KubeConfigFile ReadFile(string path, List<Diagnostic> findings)
    {
        try
        {
            return Read(File.ReadAllText(path), path, findings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string why = e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : "this process may not read it";
            findings.Add(new ConfigPlace("", new(path, 1, 1)).At(ConnectionDiagnostics.Unreadable, why));
            return new(null, [], [], []);
        }
    }

    public static KubeConfigFile Read(string text, string path, List<Diagnostic> findings)
    {
        ManifestScanner scanner = new(text, path, ReadLimits.Default);
        try
        {
            if (!scanner.MoveNext())
            {
                return new(null, [], [], []);
            }

            if (!scanner.Document.IsEmpty)
            {
                scanner.Document.IsSecret = true;
                return new KubeConfigReader(path).Read(scanner.Document.Root);
            }
        }
        catch (ReadLimitException e)
        {
            findings.Add(e.Diagnostic);
        }
        finally
        {
            findings.AddRange(scanner.Document.Diagnostics.Select(WithoutText));
        }

        return new(null, [], [], []);
    }

    private static Diagnostic WithoutText(Diagnostic finding) => finding.Code == ReadingDiagnostics.Syntax.Code
        ? new ConfigPlace(finding.Path, finding.Position!.Value).At(ConnectionDiagnostics.Unreadable, "it is neither YAML nor JSON here")
        : finding;

    private KubeConfigFile Read(ResourceNode root)
    {
        string? current = null;
        List<KubeConfigSection> contexts = [];
        List<KubeConfigSection> clusters = [];
        List<KubeConfigSection> users = [];
        foreach (ResourceField field in root.ReadFields())
        {
            switch (field.Name)
            {
                case "current-context":
                    current = field.Value.ReadString();
                    break;
                case "contexts":
                    contexts.AddRange(field.Value.ReadList(n => ReadSection(n, "context")));
                    break;
                case "clusters":
                    clusters.AddRange(field.Value.ReadList(n => ReadSection(n, "cluster")));
                    break;
                case "users":
                    users.AddRange(field.Value.ReadList(n => ReadSection(n, "user")));
                    break;
                default:
                    break;
            }
        }

        return new(current, contexts, clusters, users);
    }

    private KubeConfigSection ReadSection(ResourceNode node, string inner)
    {
        string name = "";
        Dictionary<string, (UntypedValue, ConfigPlace)> fields = [];
        foreach (ResourceField field in node.ReadFields())
        {
            if (field.Name == "name")
            {
                name = field.Value.ReadString() ?? "";
            }
            else if (field.Name == inner)
            {
                foreach (ResourceField value in field.Value.ReadFields())
                {
                    CheckShape(value);
                    fields[value.Name] = (value.Value.ReadUntyped(), PlaceOf(value.Value));
                }
            }
        }

        return new(name, PlaceOf(node), _folder, fields);
    }

    private static void CheckShape(ResourceField field)
    {
        if (Flags.Contains(field.Name))
        {
            field.Value.ReadBoolean();
        }
        else if (!Trees.Contains(field.Name))
        {
            field.Value.ReadString();
        }
    }

    private static ConfigPlace PlaceOf(ResourceNode node) => new(node.Path, node.Position);
}
