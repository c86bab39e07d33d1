using System.Buffers;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply.Files;

/// <summary>The folder of all clusters: reads, writes and removes one file at a time, each whole or not at all.</summary>
internal sealed class ClusterTree(string folder)
{
    private static readonly ResourceReader Reader = new(ResourceKinds.None);

    // Links may lead in circles.
    private static readonly EnumerationOptions Real = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    public string Folder => folder;

    /// <summary>Compares an object with its file.</summary>
    /// <returns><see langword="null"/> if there is no file; no changes if it is what would be written.</returns>
    public EquatableList<PlannedField>? Diff(ResourceEntry entry)
    {
        string path = PathOf(entry.Key);
        if (!File.Exists(path))
        {
            return null;
        }

        ArrayBufferWriter<byte> desired = new();
        new[] { entry.Resource }.WriteYaml(desired);
        byte[] present = File.ReadAllBytes(path);
        return present.AsSpan().SequenceEqual(desired.WrittenSpan) ? [] : Compare(entry, present, path);
    }

    public Task WriteAsync(ResourceEntry entry)
    {
        string path = PathOf(entry.Key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new[] { entry.Resource }.WriteYamlFileAsync(path);
    }

    /// <summary>Tells whether there is a file.</summary>
    public bool Exists(string path) => File.Exists(Path.Combine(folder, path));

    /// <summary>Removes a file.</summary>
    public void Remove(ResourceKey key) => File.Delete(PathOf(key));

    /// <summary>Removes the folders of a cluster that hold nothing.</summary>
    public void RemoveEmptyFolders(string cluster) => RemoveIfEmpty(new(Path.Combine(folder, FileNames.Folder(cluster))));

    /// <summary>Removes what a crash left of files that were being written.</summary>
    public void RemoveRemains(Inventory inventory)
    {
        foreach (string inner in inventory.Files.Keys.Select(f => Path.GetDirectoryName(Path.Combine(folder, f))!).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
        {
            foreach (string remains in Directory.EnumerateFiles(inner, ".*").Where(f => AtomicFile.FileOfRemains(f) is { } path && inventory.Files.ContainsKey(Relative(path))))
            {
                File.Delete(remains);
            }
        }
    }

    /// <summary>Gets the files of the clusters' folders that are neither in the inventory nor hidden, by path.</summary>
    public IEnumerable<string> ForeignFiles(Inventory inventory)
    {
        IEnumerable<string> clusters = inventory.Files.Values.Select(f => FileNames.Folder(f.Key.Cluster)).Distinct(StringComparer.Ordinal);
        return clusters
            .Select(c => Path.Combine(folder, c))
            .Where(Directory.Exists)
            .SelectMany(c => Directory.EnumerateFiles(c, "*", Real))
            .Select(Relative)
            .Where(f => !inventory.Files.ContainsKey(f) && !f.Contains("/.", StringComparison.Ordinal))
            .Where(f => Path.GetFileName(f) != FileNames.Kustomization || Kustomization.IsForeign(Path.Combine(folder, f)))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Tells whether a folder is a link, through which nothing is written or removed.</summary>
    public static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;

    private static EquatableList<PlannedField> Compare(ResourceEntry entry, byte[] present, string path)
    {
        UntypedValue? before = null;
        try
        {
            before = Reader.Read(present, path) is [var single] ? UntypedWriter.ToUntyped(single) : null;
        }
        catch (ResourceReadException)
        {
            // Somebody broke the file: all of it changes.
        }

        UntypedValue after = UntypedWriter.ToUntyped(entry.Resource);
        MergeSchema schema = MergeSchemas.Known.For(entry.Key);
        IEnumerable<FieldChange> changes = before is null ? [new("", null, null)] : FieldDiff.Between(before, after, schema);
        return changes.Select(c => SecretFields.Plan(entry.Key, c, [])).ToEquatableList();
    }

    private static void RemoveIfEmpty(DirectoryInfo inner)
    {
        if (!inner.Exists)
        {
            return;
        }

        foreach (DirectoryInfo child in inner.EnumerateDirectories().Where(d => d.LinkTarget is null))
        {
            RemoveIfEmpty(child);
        }

        if (!inner.EnumerateFileSystemInfos().Any())
        {
            inner.Delete();
        }
    }

    private string Relative(string path) => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private string PathOf(ResourceKey key)
    {
        string path = FileNames.PathOf(key);
        for (int end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (IsLink(Path.Combine(folder, path[..end])))
            {
                throw new IOException($"'{path[..end]}' is a link, and what it points at is not written to.");
            }
        }

        return Path.Combine(folder, path);
    }
}
