using System.Text.Json.Nodes;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class LocalityLabelSet : IVectorSet
{
    public string Name => "locality-label";

    // What is expected is a locality in text form.
    public JsonNode? Normalize(JsonNode? expected, VectorCase vector) => Locality.Parse(vector["expected"].Text()).ToString();

    public JsonNode? Compute(VectorCase vector) => Locality.ParseLabel(vector["label"].Text()).ToString();
}
