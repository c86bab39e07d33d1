using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Resources;

/// <summary>Writes resources as indented JSON: one as it is, none or several as the items of a <c>List</c>.</summary>
public static class ResourceJson
{
    /// <summary>Returns a resource as JSON.</summary>
    public static string ToJson(this IResource resource) => ToJson(resource, TargetVersions.Current);

    /// <summary>Returns a resource as JSON, written in chosen API versions.</summary>
    public static string ToJson(this IResource resource, TargetVersions versions)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return ToJson([resource], versions);
    }

    /// <summary>Returns resources as JSON.</summary>
    public static string ToJson(this IEnumerable<IResource> resources) => ToJson(resources, TargetVersions.Current);

    /// <summary>Returns resources as JSON, written in chosen API versions.</summary>
    public static string ToJson(this IEnumerable<IResource> resources, TargetVersions versions)
    {
        ArrayBufferWriter<byte> buffer = new();
        WriteJson(resources, buffer, versions);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes resources as JSON in UTF-8.</summary>
    public static void WriteJson(this IEnumerable<IResource> resources, IBufferWriter<byte> output) =>
        WriteJson(resources, output, TargetVersions.Current);

    /// <summary>Writes resources as JSON in UTF-8 and in chosen API versions.</summary>
    public static void WriteJson(this IEnumerable<IResource> resources, IBufferWriter<byte> output, TargetVersions versions)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(output);
        IResource[] all = [.. resources];
        using (JsonResourceWriter writer = new(output, indented: true) { TargetVersions = versions })
        {
            Write(all, writer);
        }

        output.Write("\n"u8);
    }

    /// <summary>Writes resources as JSON in UTF-8 into a stream, which stays open.</summary>
    public static void WriteJson(this IEnumerable<IResource> resources, Stream stream) =>
        WriteJson(resources, stream, TargetVersions.Current);

    /// <summary>Writes resources as JSON in UTF-8 and in chosen API versions into a stream, which stays open.</summary>
    public static void WriteJson(this IEnumerable<IResource> resources, Stream stream, TargetVersions versions)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArrayBufferWriter<byte> buffer = new();
        WriteJson(resources, buffer, versions);
        stream.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes resources as JSON into a file, which takes the place of one that exists once it is complete.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="path">The file. A new one is readable by its owner only if it holds a Secret.</param>
    /// <param name="cancellationToken">Checked before the file is written; it is untouched then.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static Task WriteJsonFileAsync(this IEnumerable<IResource> resources, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentException.ThrowIfNullOrEmpty(path);
        IResource[] all = [.. resources];
        ArrayBufferWriter<byte> buffer = new();
        WriteJson(all, buffer);
        return AtomicFile.WriteAsync(path, all.Any(ResourceYaml.IsSecret), [true], buffer, cancellationToken);
    }

    private static void Write(IResource[] resources, JsonResourceWriter writer)
    {
        if (resources is [IResource single])
        {
            single.WriteTo(writer);
            return;
        }

        writer.BeginMap();
        writer.Field("apiVersion"u8, "v1");
        writer.Field("kind"u8, "List");
        writer.Name("items"u8);
        writer.BeginList();
        foreach (IResource resource in resources)
        {
            resource.WriteTo(writer);
        }

        writer.EndList();
        writer.EndMap();
    }
}
