using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Resources;

/// <summary>Writes resources as YAML, several as documents of one text.</summary>
public static class ResourceYaml
{
    private const int PieceSize = 128 * 1024;

    /// <summary>Returns a resource as YAML.</summary>
    public static string ToYaml(this IResource resource) => ToYaml(resource, TargetVersions.Current);

    /// <summary>Returns a resource as YAML, written in chosen API versions.</summary>
    public static string ToYaml(this IResource resource, TargetVersions versions)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return ToYaml([resource], versions);
    }

    /// <summary>Returns resources as YAML.</summary>
    public static string ToYaml(this IEnumerable<IResource> resources) => ToYaml(resources, TargetVersions.Current);

    /// <summary>Returns resources as YAML, written in chosen API versions.</summary>
    public static string ToYaml(this IEnumerable<IResource> resources, TargetVersions versions)
    {
        ArrayBufferWriter<byte> buffer = new();
        WriteYaml(resources, buffer, versions);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes resources as YAML in UTF-8.</summary>
    public static void WriteYaml(this IEnumerable<IResource> resources, IBufferWriter<byte> output) =>
        WriteYaml(resources, output, TargetVersions.Current);

    /// <summary>Writes resources as YAML in UTF-8 and in chosen API versions.</summary>
    public static void WriteYaml(this IEnumerable<IResource> resources, IBufferWriter<byte> output, TargetVersions versions)
    {
        ArgumentNullException.ThrowIfNull(resources);
        using YamlResourceWriter writer = new(output) { TargetVersions = versions };
        foreach (IResource resource in resources)
        {
            resource.WriteTo(writer);
        }
    }

    /// <summary>Writes resources as YAML in UTF-8 into a stream, which stays open.</summary>
    public static void WriteYaml(this IEnumerable<IResource> resources, Stream stream) =>
        WriteYaml(resources, stream, TargetVersions.Current);

    /// <summary>Writes resources as YAML in UTF-8 and in chosen API versions into a stream, which stays open.</summary>
    public static void WriteYaml(this IEnumerable<IResource> resources, Stream stream, TargetVersions versions)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(stream);
        ArrayBufferWriter<byte> buffer = new(PieceSize);
        foreach (bool isLast in InPieces(resources, buffer, versions))
        {
            if (isLast || buffer.WrittenCount >= PieceSize)
            {
                stream.Write(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }
    }

    /// <summary>Writes resources as YAML into a file, which takes the place of one that exists once it is complete.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="path">The file. A new one is readable by its owner only if it holds a Secret.</param>
    /// <param name="cancellationToken">Checked between resources; the file is untouched then.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static Task WriteYamlFileAsync(this IEnumerable<IResource> resources, string path, CancellationToken cancellationToken = default) =>
        WriteYamlFileAsync(resources, path, TargetVersions.Current, cancellationToken);

    /// <summary>Writes resources as YAML and in chosen API versions into a file, which takes the place of one that exists once it is complete.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="path">The file. A new one is readable by its owner only if it holds a Secret.</param>
    /// <param name="versions">The API versions.</param>
    /// <param name="cancellationToken">Checked between resources; the file is untouched then.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static Task WriteYamlFileAsync(this IEnumerable<IResource> resources, string path, TargetVersions versions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentException.ThrowIfNullOrEmpty(path);
        IResource[] all = [.. resources];
        ArrayBufferWriter<byte> buffer = new();
        return AtomicFile.WriteAsync(path, all.Any(IsSecret), InPieces(all, buffer, versions), buffer, cancellationToken);
    }

    internal static bool IsSecret(IResource resource) => resource.Type is { Group: "", Name: "Secret" };

    private static IEnumerable<bool> InPieces(IEnumerable<IResource> resources, ArrayBufferWriter<byte> buffer, TargetVersions versions)
    {
        using (YamlResourceWriter writer = new(buffer) { TargetVersions = versions })
        {
            foreach (IResource resource in resources)
            {
                resource.WriteTo(writer);
                yield return false;
            }
        }

        yield return true;
    }
}
