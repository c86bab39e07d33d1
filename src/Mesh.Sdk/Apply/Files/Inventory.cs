using System.Collections.Immutable;
using System.Text.Json;
using Mesh.Sdk.Apply.Formats;
using Mesh.Sdk.Diagnostics.Formats;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply.Files;

/// <summary>The list of the files that were written, which stands beside the folders of the clusters. No file outside it is ever removed.</summary>
/// <param name="Files">The files by path.</param>
internal sealed record Inventory(ImmutableSortedDictionary<string, WrittenFile> Files)
{
    public const string FileName = ".mesh-sdk-inventory.json";

    public static readonly Inventory Empty = new(ImmutableSortedDictionary.Create<string, WrittenFile>(StringComparer.Ordinal));

    /// <summary>Reads the list; there is none before the first file is written.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public static async Task<Inventory> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return Empty;
        }

        try
        {
            string json = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            using JsonDocument document = JsonDocument.Parse(json);
            return Empty with { Files = Empty.Files.AddRange(document.RootElement.GetProperty("files").EnumerateArray().Select(Read).Select(f => KeyValuePair.Create(f.Path, f))) };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"'{FileName}' is not what was written into it.", e);
        }
    }

    public Inventory With(WrittenFile file) => new(Files.SetItem(file.Path, file));

    public Inventory Without(string path) => new(Files.Remove(path));

    public Task WriteAsync(string folder)
    {
        string json = JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("files");
            foreach (WrittenFile file in Files.Values)
            {
                Write(writer, file);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return AtomicFile.WriteTextAsync(Path.Combine(folder, FileName), json);
    }

    private static void Write(Utf8JsonWriter json, WrittenFile file)
    {
        json.WriteStartObject();
        json.Text("path", file.Path);
        KeyJson.Write(json, file.Key);
        json.Text("manager", file.Manager);
        json.TextIfSet("set", file.Set);
        json.WriteEndObject();
    }

    // The path is made from the key again: a list that somebody changed leads nowhere else.
    private static WrittenFile Read(JsonElement json)
    {
        ResourceKey key = new(Text("group"), Text("version"), Text("kind"), Text("namespace"), Text("name"), Text("cluster"));
        return new(FileNames.PathOf(key), key, Text("manager"), json.TryGetProperty("set", out JsonElement set) ? set.GetString() : null);

        string Text(string name) => json.GetProperty(name).GetString() ?? throw new JsonException();
    }
}
