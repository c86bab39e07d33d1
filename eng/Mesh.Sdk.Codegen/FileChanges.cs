using Mesh.Sdk.Codegen.MirrorMaker;

namespace Mesh.Sdk.Codegen;

/// <summary>How the generated files differ from those in the repository.</summary>
public sealed class FileChanges
{
    private readonly string _root;
    private readonly SortedDictionary<string, string?> _contents = new(StringComparer.Ordinal);

    private FileChanges(string root) => _root = root;

    /// <summary>Gets the files to write or delete, relative to the repository.</summary>
    public IReadOnlyCollection<string> Paths => _contents.Keys;

    /// <summary>Compares files with the repository. Files that are no longer generated count as changes.</summary>
    public static FileChanges Between(Workspace workspace, IEnumerable<GeneratedFile> files)
    {
        FileChanges changes = new(workspace.Root);
        HashSet<string> generated = new(StringComparer.Ordinal);
        foreach (GeneratedFile file in files)
        {
            string path = Path.Combine(workspace.Root, file.Path);
            if (!generated.Add(path))
            {
                throw new InvalidDataException($"'{file.Path}' is generated twice.");
            }

            if (!File.Exists(path) || File.ReadAllText(path) != file.Content)
            {
                changes._contents[file.Path] = file.Content;
            }
        }

        foreach (string folder in Area.All.Select(area => area.Folder).Append(SettingsGenerator.Folder).Select(folder => Path.Combine(workspace.Root, folder)).Where(Directory.Exists))
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*.g.cs").Where(path => !generated.Contains(path)))
            {
                changes._contents[Path.GetRelativePath(workspace.Root, path)] = null;
            }
        }

        return changes;
    }

    /// <summary>Makes the repository equal to what is generated.</summary>
    public void Write()
    {
        foreach ((string relative, string? content) in _contents)
        {
            string path = Path.Combine(_root, relative);
            if (content is null)
            {
                File.Delete(path);
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, content);
            }
        }
    }
}
