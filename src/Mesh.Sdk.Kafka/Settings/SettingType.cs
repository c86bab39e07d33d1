namespace Mesh.Sdk.Kafka.Settings;

/// <summary>Type of a setting in Kafka's configuration.</summary>
public enum SettingType
{
    /// <summary>A text; surrounding blanks do not count.</summary>
    String,

    /// <summary>Texts separated by commas.</summary>
    List,

    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    Boolean,

    /// <summary>A whole number of 16 bits.</summary>
    Short,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A number.</summary>
    Double,

    /// <summary>The full name of a Java class.</summary>
    Class,

    /// <summary>A secret.</summary>
    Password,
}
