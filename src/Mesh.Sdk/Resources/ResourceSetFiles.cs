using System.Buffers;

namespace Mesh.Sdk.Resources;

/// <summary>Writes sets as texts and files, one file a cluster.</summary>
public static class ResourceSetFiles
{
    private const string WithoutCluster = "resources";

    private static readonly SearchValues<char> FileNameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>Returns the objects of all clusters as documents of one YAML text.</summary>
    public static string ToYaml(this ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return resources.Resources.ToYaml();
    }

    /// <summary>Returns the objects of all clusters as JSON.</summary>
    public static string ToJson(this ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return resources.Resources.ToJson();
    }

    /// <summary>
    /// Writes one YAML file a cluster, <c>&lt;cluster&gt;.yaml</c>, each whole or not at all; objects for no particular
    /// cluster go to <c>resources.yaml</c>. Other files of the folder stay as they are.
    /// </summary>
    /// <param name="resources">The objects.</param>
    /// <param name="folder">The folder; made if it does not exist.</param>
    /// <param name="cancellationToken">Checked between objects; a file that is not complete is not left behind.</param>
    /// <returns>The files, in the order of the clusters.</returns>
    /// <exception cref="ArgumentException">A cluster has a name that can't be that of a file.</exception>
    /// <exception cref="IOException">A file can't be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteYamlAsync(this ResourceSet resources, string folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        (string Cluster, string Path)[] files = [.. resources.Clusters.Select(c => (c, Path.Combine(folder, FileName(c))))];
        Directory.CreateDirectory(folder);
        foreach ((string cluster, string path) in files)
        {
            await resources.ForCluster(cluster).Resources.WriteYamlFileAsync(path, cancellationToken).ConfigureAwait(false);
        }

        return [.. files.Select(f => f.Path)];
    }

    private static string FileName(string cluster)
    {
        if (cluster.AsSpan().ContainsAnyExcept(FileNameCharacters) || cluster is ['.', ..])
        {
            throw new ArgumentException($"The cluster name '{cluster}' can't be the name of a file.", nameof(cluster));
        }

        return $"{(cluster.Length == 0 ? WithoutCluster : cluster)}.yaml";
    }
}
