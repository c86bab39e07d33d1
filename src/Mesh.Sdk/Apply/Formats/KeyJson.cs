using System.Text.Json;
using Mesh.Sdk.Diagnostics.Formats;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Formats;

/// <summary>The fields that identify an object.</summary>
internal static class KeyJson
{
    public static void Write(Utf8JsonWriter json, ResourceKey key)
    {
        json.Text("cluster", key.Cluster);
        json.Text("group", key.Group);
        json.Text("version", key.Version);
        json.Text("kind", key.Kind);
        json.Text("namespace", key.Namespace);
        json.Text("name", key.Name);
    }
}
