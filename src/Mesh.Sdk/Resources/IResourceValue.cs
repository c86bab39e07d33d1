namespace Mesh.Sdk.Resources;

/// <summary>A value that stands in a resource and can write itself.</summary>
public interface IResourceValue
{
    /// <summary>Writes the value, fields in the order of the API, unset fields left out.</summary>
    void WriteTo(ResourceWriter writer);
}
