using System.Text.Json;

namespace Mesh.Sdk.Conformance;

/// <summary>A case of a vector file.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Input">The whole case.</param>
/// <param name="Fixtures">What the cases of the file share; undefined if nothing.</param>
public sealed record VectorCase(string Id, JsonElement Input, JsonElement Fixtures)
{
    /// <summary>Gets a property that must be there.</summary>
    public JsonElement this[string property] => Input.Required(property);
}
