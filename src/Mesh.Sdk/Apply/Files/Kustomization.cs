using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply.Files;

/// <summary>The <c>kustomization.yaml</c> of a cluster: it names the files of the cluster in the order in which they are applied.</summary>
internal static class Kustomization
{
    private const string Mark = "# Written by Mesh.Sdk; what you change here is lost.\n";

    /// <summary>Writes the file, or removes it where there is nothing to name. One that somebody else wrote is left alone.</summary>
    public static async Task WriteAsync(string folder, string cluster, Inventory inventory)
    {
        string clusterFolder = Path.Combine(folder, FileNames.Folder(cluster));
        string path = Path.Combine(clusterFolder, FileNames.Kustomization);
        if (ClusterTree.IsLink(clusterFolder) || IsForeign(path))
        {
            return;
        }

        string[] files =
        [
            .. ApplyOrder.ForApply(inventory.Files.Values.Where(f => f.Key.Cluster == cluster), f => f.Key)
                .SelectMany(level => level)
                .Where(f => File.Exists(Path.Combine(folder, f.Path)))
                .Select(f => f.Path[(f.Path.IndexOf('/', StringComparison.Ordinal) + 1)..]),
        ];
        if (files.Length == 0)
        {
            Remove(path);
            return;
        }

        string text = Text(files.ToEquatableList());
        if (!File.Exists(path) || await File.ReadAllTextAsync(path).ConfigureAwait(false) != text)
        {
            await AtomicFile.WriteTextAsync(path, text).ConfigureAwait(false);
        }
    }

    /// <summary>Tells whether a file is there that we did not write.</summary>
    public static bool IsForeign(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using StreamReader reader = new(path);
        return reader.ReadLine() != Mark.TrimEnd('\n');
    }

    private static void Remove(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    private static string Text(EquatableList<string> files)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (YamlResourceWriter writer = new(buffer))
        {
            writer.BeginMap();
            writer.Field("apiVersion"u8, "kustomize.config.k8s.io/v1beta1");
            writer.Field("kind"u8, "Kustomization");
            writer.Field("resources"u8, files);
            writer.EndMap();
        }

        return Mark + Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
