namespace Mesh.Sdk.Tests.Apply;

/// <summary>A folder of one test, with a sibling that nothing may be written into.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mesh-sdk-");

    public string Path => System.IO.Path.Combine(_root.FullName, "clusters");

    /// <summary>Gets every file by its path from the folder, with its text.</summary>
    public IReadOnlyDictionary<string, string> Files => Directory.Exists(Path)
        ? Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .ToDictionary(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/'), File.ReadAllText)
        : [];

    /// <summary>Gets what was written beside the folder.</summary>
    public IEnumerable<string> Escaped => Directory.EnumerateFileSystemEntries(_root.FullName).Where(e => e != Path);

    public string At(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose() => _root.Delete(recursive: true);
}
