namespace Mesh.Sdk.Codegen;

/// <summary>Where input is read and output is written.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Shared">The folder with the CRDs.</param>
public sealed record Workspace(string Root, string Shared)
{
    /// <summary>Finds the repository around a folder.</summary>
    public static Workspace Containing(string folder, string shared)
    {
        for (DirectoryInfo? current = new(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "Mesh.Sdk.slnx")))
            {
                return new(current.FullName, Path.GetFullPath(shared, folder));
            }
        }

        throw new DirectoryNotFoundException($"'{folder}' is not inside the repository.");
    }
}
